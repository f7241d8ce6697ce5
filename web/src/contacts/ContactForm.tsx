import { Trans, useLingui } from '@lingui/react/macro'
import {
  Alert,
  Anchor,
  Autocomplete,
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { type Contact, LIFECYCLE_STAGES } from '../api/types'
import { tell } from '../ui/command'
import { type Draft, Drafted, useDrafted } from '../ui/draft'
import { ProblemAlert } from '../ui/States'
import { unique } from '../ui/unique'
import { MemberSelect } from '../workspace/MemberSelect'
import { CustomInputs } from '../workspace/OtherFacts'
import { useCreate } from '../workspace/records'
import { useMe } from '../workspace/session'
import { useAlikeContacts } from './duplicates'
import { OtherKindSelect } from './OtherKindSelect'
import { CompanyPicker } from './pickers'
import { useSourceNames } from './sources'
import { STAGE_NAMES } from './words'

const FIELDS = [
  'fullName',
  'phone',
  'email',
  'jobTitle',
  'companyId',
  'ownerId',
  'lifecycleStage',
  'otherKindId',
  'source',
  'custom',
]

interface ContactFormProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly companyId?: string | null
}

export function ContactForm({ opened, onClose, companyId }: ContactFormProps) {
  const me = useMe()
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Liên hệ mới</Trans>} size="lg">
      {opened && (
        <Drafted name={`contact ${me.id} ${companyId ?? ''}`}>
          {(draft) => <Fields draft={draft} onClose={onClose} start={companyId ?? null} />}
        </Drafted>
      )}
    </Modal>
  )
}

function Fields({ draft, onClose, start }: { draft: Draft; onClose: () => void; start: string | null }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const [key] = useState(unique)
  const [custom, setCustom] = useDrafted<Readonly<Record<string, unknown>>>(draft, 'custom', {})
  const [fullName, setFullName] = useDrafted(draft, 'fullName', '')
  const [phone, setPhone] = useDrafted(draft, 'phone', '')
  const [email, setEmail] = useDrafted(draft, 'email', '')
  const [jobTitle, setJobTitle] = useDrafted(draft, 'jobTitle', '')
  const [companyId, setCompanyId] = useDrafted<string | null>(draft, 'companyId', start)
  const [ownerId, setOwnerId] = useDrafted<string | null>(draft, 'ownerId', me.id)
  const [stage, setStage] = useDrafted<string | null>(draft, 'stage', 'LEAD')
  const [otherKindId, setOtherKindId] = useDrafted<string | null>(draft, 'otherKindId', null)
  const [channel, setChannel] = useDrafted(draft, 'channel', '')
  const sources = useSourceNames()
  const alike = useAlikeContacts(email, phone)
  const create = useCreate<Contact>('contacts', (contact) => {
    draft.forget()
    onClose()
    tell(t`Đã tạo ${contact.fullName}.`, {
      label: t`Xem`,
      run: () => navigate({ to: '/contacts/$contactId', params: { contactId: contact.id } }),
    })
  })
  const refused = isProblem(create.error) ? create.error : undefined
  const duplicate = refused?.status === 409 ? refused : undefined
  const send = (anyway: boolean) =>
    create.mutate({
      key: anyway ? `${key}-anyway` : key,
      anyway,
      input: {
        fullName: fullName.trim(),
        phone: phone.trim() || undefined,
        email: email.trim() || undefined,
        jobTitle: jobTitle.trim() || undefined,
        companyId: companyId ?? undefined,
        ownerId: ownerId ?? undefined,
        lifecycleStage: stage ?? undefined,
        otherKindId: stage === 'OTHER' ? (otherKindId ?? undefined) : undefined,
        source: channel.trim() ? { channel: channel.trim() } : undefined,
        custom,
      },
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(false)
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {duplicate ? (
          <Alert
            color="yellow"
            variant="light"
            icon={<IconUsers size={18} aria-hidden />}
            title={duplicate.title}
            role="alert"
          >
            <Stack gap="xs">
              {duplicate.detail && <Text>{duplicate.detail}</Text>}
              <Group gap="xs">
                {typeof duplicate.body.existingId === 'string' && (
                  <Button
                    size="compact-md"
                    component={Link}
                    to={`/contacts/${duplicate.body.existingId}` as '/'}
                    onClick={onClose}
                  >
                    <Trans>Xem người đang có</Trans>
                  </Button>
                )}
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => send(true)}
                  loading={create.isPending}
                >
                  <Trans>Là người khác, vẫn tạo</Trans>
                </Button>
              </Group>
            </Stack>
          </Alert>
        ) : (
          <ProblemAlert error={create.error} fields={FIELDS} />
        )}
        <TextInput
          label={t`Họ và tên`}
          placeholder="Đặng Thị Thuỷ Tiên"
          required
          data-autofocus
          maxLength={200}
          value={fullName}
          onChange={(event) => setFullName(event.currentTarget.value)}
          error={refused?.of('fullName')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t`Điện thoại`}
            type="tel"
            placeholder="0912 345 678"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
            error={refused?.of('phone') ?? refused?.of('phones')}
          />
          <TextInput
            label={t`Email`}
            type="email"
            placeholder="tien@congty.vn"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={refused?.of('email') ?? refused?.of('emails')}
          />
        </SimpleGrid>
        {alike.length > 0 && !duplicate && (
          <Alert color="yellow" variant="light" icon={<IconUsers size={18} aria-hidden />} role="status">
            <Trans>Có thể đã có người này:</Trans>{' '}
            {alike.map((one, index) => (
              <span key={one.id}>
                {index > 0 && ', '}
                <Anchor
                  component={Link}
                  to={`/contacts/${one.id}` as '/'}
                  onClick={onClose}
                  underline="always"
                  size="md"
                >
                  {one.fullName}
                </Anchor>
              </span>
            ))}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CompanyPicker
            label={t`Công ty`}
            value={companyId}
            onChange={setCompanyId}
            error={refused?.of('companyId')}
          />
          <TextInput
            label={t`Chức danh`}
            value={jobTitle}
            onChange={(event) => setJobTitle(event.currentTarget.value)}
            error={refused?.of('jobTitle')}
          />
          <Select
            label={t`Giai đoạn`}
            data={LIFECYCLE_STAGES.map((one) => ({ value: one, label: i18n._(STAGE_NAMES[one]) }))}
            value={stage}
            onChange={setStage}
            allowDeselect={false}
            error={refused?.of('lifecycleStage')}
          />
          {stage === 'OTHER' && (
            <OtherKindSelect
              value={otherKindId}
              onChange={setOtherKindId}
              error={refused?.of('otherKindId')}
            />
          )}
          <MemberSelect
            label={t`Giao cho ai?`}
            clearable
            value={ownerId}
            onChange={setOwnerId}
            error={refused?.of('ownerId')}
          />
          <Autocomplete
            label={t`Biết đến từ đâu?`}
            placeholder={t`Web, hội chợ, giới thiệu…`}
            data={sources}
            value={channel}
            onChange={setChannel}
            error={refused?.of('source')}
          />
        </SimpleGrid>
        <CustomInputs kind="CONTACT" values={custom} onChange={setCustom} refused={refused} />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              draft.forget()
              onClose()
            }}
          >
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={create.isPending} disabled={fullName.trim() === ''}>
            <Trans>Tạo liên hệ</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
