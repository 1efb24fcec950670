import './chip.css'

export type ChipTone = 'field' | 'grain' | 'seal' | 'grey'

/** A word on a soft ground: where something stands. */
export const Chip = ({ tone = 'field', children }: { tone?: ChipTone; children: string }) => (
  <span className={`chip chip-${tone}`}>{children}</span>
)
