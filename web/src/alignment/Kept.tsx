import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMe } from '../workspace/session'
import { LATE, lateQuery } from './api'

/** Whether promises are kept right now, as far as the viewer sees: said only once it was looked up. */
export function Kept() {
  const me = useMe()
  const late = useQuery(lateQuery(1))
  const broken = late.data?.total
  if (broken === undefined || broken === null || late.isError) return null
  if (broken > 0) {
    return (
      <Link to="/handoffs" search={{ filter: LATE }} className="link">
        <Plural value={broken} other="# cam kết đang vỡ" />
      </Link>
    )
  }
  return me.permissions.HANDOFF?.READ === 'ALL' ? (
    <Trans>Mọi lời hứa đang được giữ.</Trans>
  ) : (
    <Trans>Mọi lời hứa trong phần bạn thấy đang được giữ.</Trans>
  )
}
