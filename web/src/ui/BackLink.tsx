import { ActionIcon } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useCanGoBack, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './BackLink.module.css'

/** Back to the list that one came from, as it was; to the whole list when one came from elsewhere. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <a
      href={to}
      className={classes.back}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        if (canGoBack) router.history.back()
        else void router.navigate({ to })
      }}
    >
      <ActionIcon component="span" size={22} aria-hidden>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <span>{children}</span>
    </a>
  )
}
