import { Trans } from '@lingui/react/macro'
import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { reach } from '../api/client'
import { Unreachable } from '../api/problem'
import { explain } from './command'

/** What a whole page becomes when it cannot be drawn. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  const { title, detail } = explain(error)
  const again = () => {
    // To load the document anew without a connection is to lose the page.
    if (error instanceof Unreachable)
      void reach().then(
        () => window.location.reload(),
        () => {},
      )
    else if (reset) reset()
    else window.location.reload()
  }
  return (
    <Center mih="50vh" role="alert" p="lg">
      <Stack align="center" gap="xs" maw={480} ta="center">
        <Title order={1}>{title}</Title>
        <Text c="dimmed">{detail}</Text>
        <Button mt="sm" onClick={again}>
          <Trans>Thử lại</Trans>
        </Button>
      </Stack>
    </Center>
  )
}
