import { View } from '@tarojs/components'

import { Page } from '../../design/page'
import { Note } from '../../design/standing'
import { Proof } from '../../proof/proof'
import { useStaffTie } from './use-staff-tie'

export default function StaffTieScreen() {
  const { says, busy, prove, refuse } = useStaffTie()
  return (
    <Page title="我是干部" back>
      <View className="h2">用登记的手机号确认</View>
      <View className="soft stack-item">干部名册里登记的是哪个手机号,就用哪个。</View>
      {says && <Note tone="seal">{says}</Note>}
      <Proof words="确认我是干部" busy={busy} onProof={prove} onRefusal={refuse} />
    </Page>
  )
}
