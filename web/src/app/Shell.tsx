import { Trans, useLingui } from '@lingui/react/macro'
import { Kbd } from '@mantine/core'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useLayoutEffect, useState } from 'react'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { LeftOut } from '../ui/LeftOut'
import { Mark } from '../ui/Mark'
import { PageError } from '../ui/PageError'
import { leftOut } from '../ui/search'
import { useOnDemand } from '../ui/useOnDemand'
import { useMe } from '../workspace/session'
import { useBadges } from './badges'
import { type Place, placesOf } from './navigation'
import { Offline } from './Offline'
import { openSearch, SearchOnDemand } from './SearchOnDemand'
import classes from './Shell.module.css'
import { Shortcuts } from './Shortcuts'

function PlaceLink({ place, badge, onClick }: { place: Place; badge?: number; onClick?: () => void }) {
  const { i18n } = useLingui()
  return (
    <Link
      to={place.to}
      className={classes.place}
      activeOptions={{ exact: place.to === '/' }}
      onClick={onClick}
    >
      <place.icon size={18} stroke={1.7} aria-hidden />
      {i18n._(place.name)}
      {badge ? <span className={classes.badge}>{badge > 99 ? '99+' : badge}</span> : null}
    </Link>
  )
}

const HeaderMenus = lazy(() => import('./HeaderMenus'))
const loadMorePlaces = async () => (await import('./MorePlaces')).MorePlaces

export function Shell() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const badges = useBadges()
  const { main, rest } = placesOf(me.role)
  const [more, setMore] = useState(false)
  const { Part: MorePlaces, ask } = useOnDemand(loadMorePlaces)
  const open = () => {
    ask()
    setMore(true)
  }
  const path = useRouterState({ select: (state) => state.location.pathname })
  const all = [...main, ...rest]
  const here = all.find((place) => (place.to === '/' ? path === '/' : path.startsWith(place.to)))
  const title = here ? i18n._(here.name) : ''

  // Before the effects of the pages: a record's page puts its own name there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming back from a record, the place is named again
  useLayoutEffect(() => {
    document.title = title ? `${title} · Song Hành` : 'Song Hành'
  }, [title, path])

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        <Trans>Bỏ qua phần điều hướng</Trans>
      </a>
      <header style={{ display: 'contents' }}>
        <div className={classes.brand}>
          <Mark size={24} />
          Song Hành
        </div>
        <div className={classes.top}>
          <button type="button" className={classes.search} onClick={openSearch}>
            <IconSearch size={16} aria-hidden />
            <span>
              <Trans>Tìm mọi thứ…</Trans>
            </span>
            <Kbd size="xs">Ctrl K</Kbd>
          </button>
          <div className={classes.space} />
          <Offline />
          <ErrorBoundary fallback={() => <Reload />}>
            <Suspense>
              <HeaderMenus me={me} />
            </Suspense>
          </ErrorBoundary>
        </div>
      </header>
      <nav className={classes.side} aria-label={t`Điều hướng chính`}>
        {main.map((place) => (
          <PlaceLink key={place.to} place={place} badge={badges[place.to]} />
        ))}
        <div className={classes.rule} />
        {rest.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      </nav>
      <main id="main" className={classes.main} tabIndex={-1} style={{ outline: 'none' }}>
        <ErrorBoundary key={path} fallback={(error, reset) => <PageError error={error} reset={reset} />}>
          <LeftOutOfAddress />
          <Outlet />
        </ErrorBoundary>
      </main>
      <nav className={classes.bottom} aria-label={t`Điều hướng nhanh`}>
        {main.slice(0, 4).map((place) => (
          <Link
            key={place.to}
            to={place.to}
            className={classes.tab}
            activeOptions={{ exact: place.to === '/' }}
          >
            <place.icon size={20} stroke={1.7} aria-hidden />
            {i18n._(place.name)}
            {badges[place.to] ? <span className={classes.dot}>{badges[place.to]}</span> : null}
          </Link>
        ))}
        <button type="button" className={classes.tab} onClick={open} aria-haspopup="dialog">
          <IconMenu2 size={20} stroke={1.7} aria-hidden />
          <Trans>Thêm</Trans>
        </button>
      </nav>
      {more && MorePlaces && (
        <MorePlaces onClosed={() => setMore(false)}>
          {(close) =>
            all
              .slice(4)
              .map((place) => (
                <PlaceLink key={place.to} place={place} badge={badges[place.to]} onClick={close} />
              ))
          }
        </MorePlaces>
      )}
      <SearchOnDemand me={me} places={all} />
      <Shortcuts places={all} />
    </div>
  )
}

/** A connection that failed before the menus had come. */
const Reload = () => (
  <button type="button" className={classes.tab} onClick={() => window.location.reload()}>
    <Trans>Thử lại</Trans>
  </button>
)

/** Whatever the address asks for and no page reads as it stands there. */
function LeftOutOfAddress() {
  const names = useRouterState({
    select: ({ location, matches }) => leftOut(location.search, matches.at(-1)?.search ?? {}).join(' '),
  })
  return <LeftOut names={names === '' ? [] : names.split(' ')} />
}
