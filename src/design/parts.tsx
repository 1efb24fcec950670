import { Text } from '@tarojs/components'

import './parts.css'

/** Short facts in a line, `甲 · 乙`; where it is too long it breaks between them. */
export function Parts({ of }: { of: readonly (string | false | undefined)[] }) {
  const parts = of.filter((part) => typeof part === 'string' && part !== '')
  return (
    <>
      {parts.map((part, place) => (
        <Text className="part" key={place}>
          {place < parts.length - 1 ? `${part} · ` : part}
        </Text>
      ))}
    </>
  )
}
