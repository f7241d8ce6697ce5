import { Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import classes from './Page.module.css'

interface PageProps {
  readonly title: ReactNode
  /** Whose page it is, for the tab of the browser; without it the tab has the name of the place. */
  readonly of?: string
  /** Stands right of the title: tabs, a count. */
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  /** The page is as high as the window, and what it holds scrolls inside. */
  readonly fill?: boolean
  readonly children: ReactNode
}

export function Page({ title, of, aside, actions, fill, children }: PageProps) {
  useEffect(() => {
    if (of) document.title = `${of} · Song Hành`
  }, [of])
  return (
    <div className={`${classes.page} ${fill ? classes.fill : ''}`}>
      <div className={classes.head}>
        <Title order={1}>{title}</Title>
        {aside}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

export function Card({
  title,
  actions,
  children,
  className,
}: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={`${classes.card} ${className ?? ''}`}>
      {title && (
        <div className={classes.cardHead}>
          <Title order={2} style={{ flex: 1 }}>
            {title}
          </Title>
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
