import { Table } from 'antd'
import { Page } from '../design/page'
export default function Letters() {
  return (
    <Page title="群众来信">
      <Table dataSource={[]} columns={[]} />
    </Page>
  )
}
