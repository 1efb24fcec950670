import './parts.css'

type Part = { key: string; title: string; count?: number }
type Props = { label: string; of: readonly Part[]; chosen: string; onChoose: (key: string) => void }

/** Which part of a list is shown; each says how much is in it. */
export const Parts = ({ label, of, chosen, onChoose }: Props) => (
  <div className="parts" role="group" aria-label={label}>
    {of.map(({ key, title, count }) => (
      <button key={key} type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
        {title}
        {count !== undefined && ` ${count}`}
      </button>
    ))}
  </div>
)
