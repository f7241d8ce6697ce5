import { Notifications } from '@mantine/notifications'

/** Where lines about what was done appear. What is told before it has come waits for it. */
export default function Told() {
  return <Notifications position="bottom-left" limit={4} />
}
