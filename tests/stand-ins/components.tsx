import type { ChangeEvent, ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode; className?: string }

/** The attributes that plain elements know, too. */
function plain(props: Props) {
  const named = Object.entries(props).filter(([name]) => /^(aria-|role$|tabIndex$|className$|onClick$|onKeyDown$)/.test(name))
  return Object.fromEntries(named)
}

export const View = ({ children, style, ...props }: Props) => (
  <div {...plain(props)} data-style={typeof style === 'string' ? style : undefined}>
    {children}
  </div>
)
export const Text = ({ children, ...props }: Props) => <span {...plain(props)}>{children}</span>
export const Button = ({ children, ...props }: Props) => <button {...plain(props)}>{children}</button>

type FieldProps = Props & {
  value?: string
  placeholder?: string
  maxlength?: number
  onInput?: (event: { detail: { value: string } }) => void
}

const field = ({ value, placeholder, maxlength, onInput, ...props }: FieldProps) => ({
  ...plain(props),
  value,
  placeholder,
  maxLength: maxlength,
  onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onInput?.({ detail: { value: target.value } }),
})

export const Input = (props: FieldProps) => <input {...field(props)} />
export const Textarea = (props: FieldProps) => <textarea {...field(props)} />
