import { View } from '@tarojs/components'

import { categories, type PairedHousehold } from '../../contract/pairing'
import { Chip } from '../design/chip'
import './household-name.css'

/** `陈阿婆家` and why it is looked after with special care, if so. */
export const HouseholdName = ({ headName, category }: Pick<PairedHousehold, 'headName' | 'category'>) => (
  <View className="household-name">
    <View className="household-words">{headName}家</View>
    {category !== 'ordinary' && <Chip tone="grain">{categories[category]}</Chip>}
  </View>
)
