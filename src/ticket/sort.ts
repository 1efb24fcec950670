import { categories, type Category, type Kind, urgencies, type Urgency } from '../../contract/ticket'

type Sort = { name: string; urgency: Urgency }

const sortsOf = (kind: Kind): Readonly<Partial<Record<Category, Sort>>> => categories[kind]
const OTHER: Category = 'other'

/** The category, where this kind has it; "other" where it has not, as after another kind was chosen. */
export const sortOf = (kind: Kind, category: Category | undefined): Category => (category && sortsOf(kind)[category] ? category : OTHER)

export const urgencyOf = (kind: Kind, category: Category): Urgency => sortsOf(kind)[category]?.urgency ?? 'd15'

export const sortName = (kind: Kind, category: Category) => sortsOf(kind)[category]?.name ?? ''

/** How soon it has to be done, in a word. */
const within = (urgency: Urgency) => `${urgency === 'h2' ? '急事,' : ''}${urgencies[urgency].name}内`

/** What it can be about, each with how soon that is done. */
export const sortChoices = (kind: Kind) =>
  Object.entries(sortsOf(kind)).map(([category, { name, urgency }]) => [category as Category, name, within(urgency)] as const)
