import { View } from '@tarojs/components'

import './parts.css'

/** Short facts in a line, `甲 · 乙`; where it is too long it breaks between them, and the dot goes. */
export const Parts = ({ of }: { of: readonly (string | false | undefined)[] }) => (
  <View className="parts">
    <View className="parts-line">
      {of.map(
        (part) =>
          part && (
            <View className="part" key={part}>
              {part}
            </View>
          ),
      )}
    </View>
  </View>
)
