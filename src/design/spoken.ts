/** What a screen reader says of a control. */
export type Spoken = {
  role?: 'button' | 'switch' | 'tab' | 'tablist' | 'radio' | 'radiogroup' | 'dialog' | 'heading' | 'status' | 'img'
  label?: string
  checked?: boolean
  disabled?: boolean
  hidden?: boolean
  /** Of a heading: 1 for the screen's title; 2 unless said otherwise. WeChat knows none. */
  level?: 1 | 2
}

export { spoken } from './spoken.h5'
