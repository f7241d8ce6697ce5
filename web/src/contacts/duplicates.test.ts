import { describe, expect, it } from 'vitest'
import { e164, likeCompany, likeContact } from './duplicates'

describe('looking for somebody whom we may have already', () => {
  it('a Vietnamese number is the same however it is typed', () => {
    for (const typed of ['0912345678', '0912 345 678', '0912.345.678', '+84 912 345 678', '84912345678']) {
      expect(e164(typed)).toBe('+84912345678')
    }
  })
  it('half a number asks for nobody', () => {
    expect(e164('0912')).toBeUndefined()
    expect(likeContact('an@', '0912')).toBeUndefined()
  })
  it('either the address or the number is enough', () => {
    expect(likeContact('An@ABC.vn ', '0912345678')).toEqual({
      any: [
        { field: 'emails', op: 'eq', value: 'an@abc.vn' },
        { field: 'phones', op: 'eq', value: '+84912345678' },
      ],
    })
  })
  it('a company is known by its tax code or its domain', () => {
    expect(likeCompany('0300588569', '')).toEqual({
      any: [{ field: 'taxCode', op: 'eq', value: '0300588569' }],
    })
    expect(likeCompany('03005', 'Vinamilk.com.vn')).toEqual({
      any: [{ field: 'domain', op: 'eq', value: 'vinamilk.com.vn' }],
    })
  })
})
