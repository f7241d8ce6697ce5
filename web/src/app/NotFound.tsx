import { Trans } from '@lingui/react/macro'
import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

export function NotFound() {
  return (
    <Center mih="60vh" component="main">
      <Stack align="center" gap="xs">
        <Title order={1}>
          <Trans>Không có trang này</Trans>
        </Title>
        <Text c="dimmed">
          <Trans>Có thể nó đã bị xoá, hoặc bạn không có quyền xem.</Trans>
        </Text>
        <Button component={Link} to="/" mt="sm">
          <Trans>Về Hôm nay</Trans>
        </Button>
      </Stack>
    </Center>
  )
}
