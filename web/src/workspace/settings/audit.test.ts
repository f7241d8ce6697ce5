import { expect, test } from 'vitest'
import { auditSearch, differences } from './audit'

test('what differs is told value by value', () => {
  expect(
    differences(
      { jobTitle: 'Kế toán', address: { street: '1 Lê Lợi', ward: 'Bến Nghé' } },
      { jobTitle: 'Giám đốc', address: { street: '2 Lê Lợi', ward: 'Bến Nghé' } },
    ),
  ).toEqual([
    { path: ['jobTitle'], before: 'Kế toán', after: 'Giám đốc' },
    { path: ['address', 'street'], before: '1 Lê Lợi', after: '2 Lê Lợi' },
  ])
})

test('parts of lists go by their names, and their ids are no news', () => {
  const stage = (name: string, probability: number) => ({ id: 'x', name, probability })
  expect(
    differences(
      { stages: [stage('Tiếp cận', 0.1)] },
      { stages: [stage('Tiếp cận', 0.2), stage('Chào giá', 0.5)] },
    ),
  ).toEqual([
    { path: ['stages', 'Tiếp cận', 'probability'], before: 0.1, after: 0.2 },
    { path: ['stages', 'Chào giá', 'name'], before: undefined, after: 'Chào giá' },
    { path: ['stages', 'Chào giá', 'probability'], before: undefined, after: 0.5 },
  ])
})

test('money and lists of plain values are one value', () => {
  const amount = { amount: '150000000', currency: 'VND' }
  expect(differences(null, { amount, tags: ['vip', 'sữa'] })).toEqual([
    { path: ['amount'], before: undefined, after: amount },
    { path: ['tags'], before: undefined, after: ['vip', 'sữa'] },
  ])
})

test('a full name says what its parts do', () => {
  expect(differences(null, { fullName: 'Nguyễn An', familyName: 'Nguyễn', givenName: 'An' })).toEqual([
    { path: ['fullName'], before: undefined, after: 'Nguyễn An' },
  ])
})

test('the address holds only what filters', () => {
  expect(auditSearch({ kind: 'DEAL', action: '', from: 3, to: 'zzz', recordId: '1', other: 'x' })).toEqual({
    kind: 'DEAL',
  })
  expect(auditSearch({ kind: 'MOON' }).kind).toBeUndefined()
})
