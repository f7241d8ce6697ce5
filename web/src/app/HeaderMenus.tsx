import type { Me } from '../workspace/session'
import { CreateMenu } from './CreateMenu'
import { Notices } from './Notices'
import { UserMenu } from './UserMenu'

/** What opens from the head of the shell. It comes after the page, which does not wait for it. */
export default function HeaderMenus({ me }: { me: Me }) {
  return (
    <>
      <CreateMenu me={me} />
      <Notices />
      <UserMenu me={me} />
    </>
  )
}
