import { t } from '@lingui/core/macro'
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const teal: MantineColorsTuple = [
  '#e9f8f3',
  '#d1efe5',
  '#a5dfcc',
  '#6fcdad',
  '#41bb93',
  '#22ab81',
  '#12966f',
  '#0b7d5c',
  '#086a4e',
  '#05543e',
]

/** The greys of the night lean to the teal, as the cards do. */
const dark: MantineColorsTuple = [
  '#d3dade',
  '#b6bfc5',
  '#98a2a9',
  '#6b767d',
  '#434c52',
  '#343c41',
  '#22282c',
  '#1a1e21',
  '#15191b',
  '#101315',
]

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  colors: { teal, dark },
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.4' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.45' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.55' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // A function, so that the word for closing follows the language.
    Modal: {
      defaultProps: () => ({
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': t`Đóng` },
        // Mantine's <header> would be taken for the page's own.
        attributes: { header: { role: 'presentation' } },
      }),
      styles: { title: { fontWeight: 600, fontSize: '1.0625rem' } },
    },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
    Badge: { styles: { root: { textTransform: 'none', fontWeight: 500 } } },
  },
})

/** Mantine's own greys for quiet text miss the contrast that WCAG AA asks for. */
export const cssVariables: CSSVariablesResolver = (current) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5b646d',
    '--mantine-color-placeholder': '#6b747d',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-teal-light-color': current.colors.teal?.[8] ?? '',
    '--mantine-color-teal-outline': current.colors.teal?.[7] ?? '',
    '--mantine-color-teal-text': current.colors.teal?.[7] ?? '',
    '--mantine-color-anchor': current.colors.teal?.[7] ?? '',
    '--mantine-color-red-light-color': '#b02525',
    '--mantine-color-green-light-color': '#237032',
    '--mantine-color-yellow-light-color': '#8a5200',
    '--mantine-color-orange-light-color': '#a84300',
    '--mantine-color-blue-light-color': '#1862ab',
    '--mantine-color-gray-light-color': '#495057',
    '--sh-page': '#f7f8f9',
    '--sh-card': '#ffffff',
    '--sh-line': '#e4e7ea',
    '--sh-line-strong': '#cfd4d9',
    '--sh-hover': '#f1f4f5',
    '--sh-selected': '#e9f6f1',
    '--sh-red': '#c92a2a',
    '--sh-amber': '#a15c00',
    '--sh-green': '#1f7a3d',
    '--sh-blue': '#1864ab',
  },
  dark: {
    '--mantine-color-body': '#16191c',
    '--mantine-color-dimmed': '#a3abb3',
    '--mantine-color-placeholder': '#98a1a9',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': current.colors.teal?.[4] ?? '',
    '--mantine-color-teal-text': current.colors.teal?.[4] ?? '',
    '--sh-page': '#111416',
    '--sh-card': '#1a1e21',
    '--sh-line': '#2b3136',
    '--sh-line-strong': '#3d454c',
    '--sh-hover': '#22272b',
    '--sh-selected': '#16302a',
    '--sh-red': '#ff8787',
    '--sh-amber': '#ffc078',
    '--sh-green': '#69db7c',
    '--sh-blue': '#74c0fc',
  },
})
