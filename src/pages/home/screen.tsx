import { Text, View } from '@tarojs/components'

export default function Home() {
  return (
    <View>
      <Text>进农家</Text>
    </View>
  )
}
