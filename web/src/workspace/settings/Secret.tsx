import { useLingui } from '@lingui/react/macro'
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './Settings.module.css'

/** Something that is shown once, to be copied. */
export function Secret({ value, name }: { value: string; name: string }) {
  const { t } = useLingui()
  return (
    <div className={classes.secret}>
      <span style={{ flex: 1 }} data-secret={name}>
        {value}
      </span>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t`Đã chép` : t`Chép`}>
            <ActionIcon aria-label={copied ? t`Đã chép` : t`Chép`} onClick={copy}>
              {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  )
}
