import { View } from '@tarojs/components'

import { call } from '../../api/call'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Icon } from '../../design/icon'
import { Page } from '../../design/page'
import { Parts } from '../../design/parts'
import { Initial, Row } from '../../design/row'
import { Sheet } from '../../design/sheet'
import { spoken } from '../../design/spoken'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { HouseholdName } from '../household-name'
import { StaffTabs } from '../staff-tabs'
import './screen.css'
import { smallOf, useHouseholdsScreen } from './use-households'
import { useNow } from '../../design/use-now'

export default function HouseholdsScreen() {
  const { data, says, loading, again, more, calling, press, close } = useHouseholdsScreen()
  const now = useNow()
  return (
    <Page title="结对户" tabs={<StaffTabs current="households" />}>
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {data?.length === 0 && <Empty icon="home" title="还没有结对户" />}
      {data && data.length > 0 && (
        <Card>
          {data.map((household) => (
            <Row
              key={household.id}
              start={<Initial of={household.headName} />}
              title={<HouseholdName {...household} />}
              small={<Parts of={smallOf(household, now)} />}
              end={
                household.phones.length > 0 ? (
                  <View className="household-call" {...spoken({ role: 'img', label: '打电话' })}>
                    <Icon name="phone" />
                  </View>
                ) : (
                  <View className="small">没电话</View>
                )
              }
              onPress={() => press(household)}
            />
          ))}
        </Card>
      )}
      {more && (
        <Button tone="plain" onPress={more}>
          再看一些
        </Button>
      )}
      {calling && (
        <Sheet title={`给${calling.headName}家打电话`} onClose={close}>
          {calling.phones.length === 0 && <Note>没有登记电话。下次上门时问一问,请单位补上。</Note>}
          {calling.phones.length > 0 && (
            <Card>
              {calling.phones.map((phone) => (
                <Row key={phone} icon="phone" title={phone} onPress={() => call(phone)} />
              ))}
            </Card>
          )}
        </Sheet>
      )}
    </Page>
  )
}
