import type { SenderRead } from '../../contract/ticket'
import { moment } from '../design/when'

/** Who has looked at a confidential sender, and why. */
export const Reads = ({ reads, now }: { reads: readonly SenderRead[]; now: number }) => (
  <table className="letter-table">
    <thead>
      <tr>
        <th scope="col">谁看的</th>
        <th scope="col">理由</th>
        <th scope="col">时间</th>
      </tr>
    </thead>
    <tbody>
      {reads.map(({ at, by, reason }) => (
        <tr key={`${at}${by}`}>
          <td>{by}</td>
          <td>{reason}</td>
          <td>{moment(at, now)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
