import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import type { Company } from '../api/types'
import { tell } from '../ui/command'
import { type Draft, Drafted, useDrafted } from '../ui/draft'
import { ProblemAlert } from '../ui/States'
import { unique } from '../ui/unique'
import { MemberSelect } from '../workspace/MemberSelect'
import { CustomInputs } from '../workspace/OtherFacts'
import { useCreate } from '../workspace/records'
import { useMe } from '../workspace/session'
import { useAlikeCompanies } from './duplicates'

const FIELDS = ['name', 'taxCode', 'phone', 'domain', 'industry', 'ownerId', 'custom']

export function CompanyForm({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const me = useMe()
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Công ty mới</Trans>} size="lg">
      {opened && (
        <Drafted name={`company ${me.id}`}>{(draft) => <Fields draft={draft} onClose={onClose} />}</Drafted>
      )}
    </Modal>
  )
}

function Fields({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const [key] = useState(unique)
  const [custom, setCustom] = useDrafted<Readonly<Record<string, unknown>>>(draft, 'custom', {})
  const [name, setName] = useDrafted(draft, 'name', '')
  const [taxCode, setTaxCode] = useDrafted(draft, 'taxCode', '')
  const [phone, setPhone] = useDrafted(draft, 'phone', '')
  const [domain, setDomain] = useDrafted(draft, 'domain', '')
  const [industry, setIndustry] = useDrafted(draft, 'industry', '')
  const [ownerId, setOwnerId] = useDrafted<string | null>(draft, 'ownerId', me.id)
  const alike = useAlikeCompanies(taxCode, domain)
  const create = useCreate<Company>('companies', (company) => {
    draft.forget()
    onClose()
    tell(t`Đã tạo ${company.name}.`, {
      label: t`Xem`,
      run: () => navigate({ to: '/companies/$companyId', params: { companyId: company.id } }),
    })
  })
  const refused = isProblem(create.error) ? create.error : undefined
  const existing = refused?.status === 409 ? refused.body.existingId : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({
      key,
      input: {
        name: name.trim(),
        taxCode: taxCode.trim() || undefined,
        phone: phone.trim() || undefined,
        domain: domain.trim() || undefined,
        industry: industry.trim() || undefined,
        ownerId: ownerId ?? undefined,
        custom,
      },
    })
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {refused?.status === 409 ? (
          <Alert
            color="yellow"
            variant="light"
            icon={<IconBuilding size={18} aria-hidden />}
            title={refused.title}
            role="alert"
          >
            <Stack gap="xs" align="flex-start">
              {refused.detail && <Text>{refused.detail}</Text>}
              {typeof existing === 'string' && (
                <Button
                  size="compact-md"
                  component={Link}
                  to={`/companies/${existing}` as '/'}
                  onClick={onClose}
                >
                  <Trans>Xem công ty đang có</Trans>
                </Button>
              )}
            </Stack>
          </Alert>
        ) : (
          <ProblemAlert error={create.error} fields={FIELDS} />
        )}
        <TextInput
          label={t`Tên công ty`}
          placeholder="Công ty CP Sữa Việt Nam"
          required
          data-autofocus
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused?.of('name')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t`Mã số thuế`}
            placeholder="0300588569"
            value={taxCode}
            onChange={(event) => setTaxCode(event.currentTarget.value)}
            error={refused?.of('taxCode')}
          />
          <TextInput
            label={t`Tên miền`}
            placeholder="vinamilk.com.vn"
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
            error={refused?.of('domain')}
          />
        </SimpleGrid>
        {alike.length > 0 && refused?.status !== 409 && (
          <Alert color="yellow" variant="light" icon={<IconBuilding size={18} aria-hidden />} role="status">
            <Trans>Có thể đã có công ty này:</Trans>{' '}
            {alike.map((one, index) => (
              <span key={one.id}>
                {index > 0 && ', '}
                <Anchor
                  component={Link}
                  to={`/companies/${one.id}` as '/'}
                  onClick={onClose}
                  underline="always"
                  size="md"
                >
                  {one.name}
                </Anchor>
              </span>
            ))}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t`Điện thoại`}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
            error={refused?.of('phone')}
          />
          <TextInput
            label={t`Ngành`}
            value={industry}
            onChange={(event) => setIndustry(event.currentTarget.value)}
            error={refused?.of('industry')}
          />
          <MemberSelect
            label={t`Giao cho ai?`}
            clearable
            value={ownerId}
            onChange={setOwnerId}
            error={refused?.of('ownerId')}
          />
        </SimpleGrid>
        <CustomInputs kind="COMPANY" values={custom} onChange={setCustom} refused={refused} />
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
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            <Trans>Tạo công ty</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
