import { Trans } from '@lingui/react/macro'
import { IconCloudOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listen } from './listening'
import classes from './Shell.module.css'

/** Keeps the page up to date; says so where it cannot. */
export function Offline() {
  const queries = useQueryClient()
  const [down, setDown] = useState(false)
  useEffect(() => listen(queries, setDown), [queries])
  return (
    <span role="status" className={classes.offline}>
      {down && (
        <>
          <IconCloudOff size={16} aria-hidden />
          <span>
            <Trans>Mất kết nối, đang thử lại</Trans>
          </span>
        </>
      )}
    </span>
  )
}
