import { i18n } from '@lingui/core'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { ElementType } from 'react'
import { reach, setSignedOutHandler } from '../api/client'
import { isProblem } from '../api/problem'
import { setZone } from '../ui/format'
import { type ListSearch, listSearch } from '../ui/list'
import { PageError } from '../ui/PageError'
import { flag, id, oneOf, ownPath, period, text, word, year } from '../ui/search'
import { LANGUAGES, speak } from '../ui/texts'
import { meQuery } from '../workspace/session'
import { type AuditSearch, auditSearch } from '../workspace/settings/audit'
import { NotFound } from './NotFound'
import { queries } from './queries'
import { Shell } from './Shell'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageError,
})

/**
 * A page whose script comes when it is first opened. Without a connection it says so: by itself the router would load the
 * document anew, and end on the browser's own page.
 */
function page<T extends Record<string, ElementType>, Name extends keyof T & string>(
  load: () => Promise<T>,
  name: Name,
) {
  return lazyRouteComponent(
    () =>
      load().catch(async (missing) => {
        await reach()
        throw missing
      }),
    name,
  )
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({
    next: ownPath(search.next),
  }),
  component: page(() => import('../workspace/SignInPage'), 'SignInPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({
    token: text(search.token),
  }),
  component: page(() => import('../workspace/SetupPage'), 'SetupPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({
    token: text(search.token),
  }),
  component: page(() => import('../workspace/InvitationPage'), 'InvitationPage'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queries.ensureQueryData(meQuery)
      setZone(me.workspace.zone)
      const chosen = LANGUAGES.find((language) => language === me.locale)
      if (chosen && chosen !== i18n.locale) await speak(chosen)
    } catch (error) {
      if (isProblem(error, 401)) throw redirect({ to: '/sign-in', search: { next: location.href } })
      throw error
    }
  },
})

const today = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: page(() => import('./TodayPage'), 'TodayPage'),
})

const view = oneOf('board', 'table')

/** A list: what it shows stands in the address; create opens its form. */
const listPage = (search: Record<string, unknown>): ListSearch & { create?: boolean } => ({
  ...listSearch(search),
  create: flag(search.create),
})

/** A list with a panel beside it for the row that was clicked. */
const peekingPage = (
  search: Record<string, unknown>,
): ListSearch & { create?: boolean; peek?: string; edit?: boolean } => ({
  ...listPage(search),
  peek: id(search.peek),
  edit: flag(search.edit),
})

const contacts = createRoute({
  getParentRoute: () => shell,
  path: '/contacts',
  validateSearch: peekingPage,
  component: page(() => import('./records'), 'ContactsRoute'),
})

const contact = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/$contactId',
  component: page(() => import('./records'), 'ContactRoute'),
})

const companies = createRoute({
  getParentRoute: () => shell,
  path: '/companies',
  validateSearch: peekingPage,
  component: page(() => import('./records'), 'CompaniesRoute'),
})

const company = createRoute({
  getParentRoute: () => shell,
  path: '/companies/$companyId',
  component: page(() => import('./records'), 'CompanyRoute'),
})

const deals = createRoute({
  getParentRoute: () => shell,
  path: '/deals',
  validateSearch: (
    search: Record<string, unknown>,
  ): ListSearch & { create?: boolean; pipeline?: string; view?: 'board' | 'table' } => ({
    ...listPage(search),
    pipeline: id(search.pipeline),
    view: view(search.view),
  }),
  component: page(() => import('../sales/DealsPage'), 'DealsPage'),
})

const deal = createRoute({
  getParentRoute: () => shell,
  path: '/deals/$dealId',
  component: page(() => import('./records'), 'DealRoute'),
})

const competitors = createRoute({
  getParentRoute: () => shell,
  path: '/competitors',
  validateSearch: peekingPage,
  component: page(() => import('./records'), 'CompetitorsPage'),
})

const competitor = createRoute({
  getParentRoute: () => shell,
  path: '/competitors/$competitorId',
  component: page(() => import('./records'), 'CompetitorRoute'),
})

const handoffs = createRoute({
  getParentRoute: () => shell,
  path: '/handoffs',
  validateSearch: listSearch,
  component: page(() => import('../alignment/HandoffsPage'), 'HandoffsPage'),
})

const handoff = createRoute({
  getParentRoute: () => shell,
  path: '/handoffs/$handoffId',
  component: page(() => import('../alignment/HandoffPage'), 'HandoffPage'),
})

const sla = createRoute({
  getParentRoute: () => shell,
  path: '/sla',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => period(search),
  component: page(() => import('../alignment/SlaPage'), 'SlaPage'),
})

const contract = createRoute({
  getParentRoute: () => shell,
  path: '/sla/contract',
  component: page(() => import('../alignment/ContractPage'), 'ContractPage'),
})

const contractVersion = createRoute({
  getParentRoute: () => shell,
  path: '/sla/contract/versions/$version',
  component: page(() => import('../alignment/VersionPage'), 'VersionPage'),
})

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  validateSearch: (search: Record<string, unknown>): { object?: string; id?: string } => ({
    object: word(search.object),
    id: id(search.id),
  }),
  component: page(() => import('../workspace/ImportsPage'), 'ImportsPage'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: page(() => import('./settings'), 'SettingsRoute'),
})

const settingsSection = createRoute({
  getParentRoute: () => shell,
  path: '/settings/$section',
  validateSearch: (search: Record<string, unknown>): AuditSearch & { year?: number } => ({
    ...auditSearch(search),
    year: year(search.year),
  }),
  component: page(() => import('./settings'), 'SettingsRoute'),
})

const tree = root.addChildren([
  signIn,
  setup,
  invitation,
  shell.addChildren([
    today,
    contacts,
    contact,
    companies,
    company,
    deals,
    deal,
    competitors,
    competitor,
    handoffs,
    handoff,
    sla,
    contract,
    contractVersion,
    imports,
    settings,
    settingsSection,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
  defaultErrorComponent: PageError,
})

setSignedOutHandler(() => {
  const { pathname, href } = router.state.location
  if (['/sign-in', '/setup', '/invitation'].includes(pathname)) return
  queries.clear()
  void router.navigate({ to: '/sign-in', search: { next: href } })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
