import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { theme } from '../ui/theme'

/** A piece of the screen with all that stands around it in the app. */
export function draw(content: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const result = render(
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} env="test">
        <Notifications />
        <QueryClientProvider client={queries}>{content}</QueryClientProvider>
      </MantineProvider>
    </I18nProvider>,
  )
  return { ...result, queries }
}
