import { i18n } from '@lingui/core'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { textsOf } from '../app/texts'

i18n.load({ vi: await textsOf('vi'), en: await textsOf('en') })
i18n.activate('vi')

// Mantine asks for these; happy-dom has no layout to answer from.
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof window.matchMedia

afterEach(cleanup)
