import { View } from '@tarojs/components'

import './receipt.css'

/** In groups of four signs, as it is shown and compared. */
export const Receipt = ({ of }: { of: string }) => <View className="receipt">{of.replace(/(.{4})(?=.)/g, '$1 ')}</View>

/** The beginning by which published receipts are asked for: many begin so, and nobody learns which is meant. */
export const prefixOf = (receipt: string) => receipt.slice(0, 2)
