import { View } from '@tarojs/components'

import type { Home } from '../../../contract/pairing'
import type { TicketLine } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Icon } from '../../design/icon'
import { Press } from '../../design/press'
import { Row, Onward } from '../../design/row'
import { Line } from '../../ticket/line'
import { go, swap } from '../../ways'
import './plain-home.css'
import { NoCadre, ServiceCard } from './service-card'
import type { SurveyAtHome } from './survey-at-home'
import { SurveyRow } from './survey-row'

export type HomeProps = { home: Home; mine: readonly TicketLine[]; waiting: number; survey?: SurveyAtHome; complain: () => void }

export const PlainHome = ({ home, mine, waiting, survey, complain }: HomeProps) => (
  <>
    {home.card ? <ServiceCard serial={home.serial} card={home.card} /> : <NoCadre serial={home.serial} office={home.office} />}
    {survey && <SurveyRow survey={survey} />}
    <View className="pair">
      <Press className="tile tile-seal pair-half" onPress={complain}>
        <Icon name="phone" />
        <View className="tile-title">投诉电话</View>
        <View className="small">{home.complaintLines.length > 1 ? '单位的、督查组的' : '督查组的'}</View>
      </Press>
      <Press className="tile pair-half" onPress={() => go('villager/ticket-new')}>
        <Icon name="box" />
        <View className="tile-title">意见箱</View>
        <View className="small">说话、拍照都可以</View>
      </Press>
    </View>
    {(mine.length > 0 || waiting > 0) && (
      <Card>
        {waiting > 0 && (
          <Row
            title={`${waiting} 条还没发出去`}
            small="等有网时自动发出"
            icon="clock"
            end={<Onward />}
            onPress={() => swap('pages/tickets')}
          />
        )}
        {mine.map((ticket) => (
          <Line key={ticket.id} ticket={ticket} />
        ))}
      </Card>
    )}
  </>
)
