import { phone } from '../api/phone'
import { Onward, Row } from './row'

/** Where one may try the product as anybody: the way back to the choice. */
export function ChangePerson() {
  const { changePerson } = phone
  return changePerson ? <Row icon="people" title="换一个人试试" end={<Onward />} onPress={changePerson} /> : null
}
