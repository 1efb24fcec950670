/** What a screen reader says of a control. */
export type Spoken = {
  role?: 'button' | 'switch' | 'tab' | 'tablist' | 'radio' | 'radiogroup' | 'dialog' | 'heading' | 'status' | 'img'
  label?: string
  checked?: boolean
  disabled?: boolean
  hidden?: boolean
}

export { spoken } from './spoken.h5'
