import { useId, type ReactNode } from 'react'

type Choice<Key extends string> = { key: Key; title: ReactNode; small?: string; seal?: boolean; disabled?: boolean }
type Props<Key extends string> = { legend: string; of: readonly Choice<Key>[]; chosen: Key | undefined; onChoose: (key: Key) => void }

/** One of a few, each to be seen at once; arrow keys go from one to the next. */
export function Choices<Key extends string>({ legend, of, chosen, onChoose }: Props<Key>) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend className="legend">{legend}</legend>
      {of.map(({ key, title, small, seal, disabled }) => (
        <label key={key} className={`choice ${seal ? 'choice-seal' : ''}`}>
          <input type="radio" name={name} checked={key === chosen} disabled={disabled} onChange={() => onChoose(key)} />
          {title}
          {small && <small>{small}</small>}
        </label>
      ))}
    </fieldset>
  )
}
