import { expect, heading, test } from './house'

const month = (ahead: number) => {
  const now = new Date()
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))
  return day.toISOString().slice(0, 10)
}
const written = (day: string) => day.split('-').toReversed().join('/')

test('a change of the contract is proposed, signed by both sides, and leaves the months before alone', async ({
  page,
}) => {
  const { items } = await (await page.request.get('/api/slas')).json()
  const goalOf = async (from: string) => {
    const report = await (await page.request.get(`/api/slas/${items[0].id}/report?from=${from}`)).json()
    return report.waterfall.goal?.amount ?? null
  }
  const before = [await goalOf(month(-1)), await goalOf(month(0))]
  const starts = month(1)

  await page.goto('/sla/contract')
  await page.getByRole('button', { name: 'Đề xuất thay đổi' }).click()
  const form = page.getByRole('dialog', { name: 'Đề xuất thay đổi cam kết' })
  await expect(form.getByLabel('Có hiệu lực từ')).toHaveValue(written(starts))

  // A slip of the finger is refused where it stands, and wipes nothing.
  await form.getByLabel('Doanh thu cả công ty').fill('abc')
  await form.getByLabel('Phần do marketing mang về').fill('250')
  await form.getByRole('button', { name: 'Xem trước và sau' }).click()
  await expect(form.getByText('Không đọc được số “abc”')).toBeVisible()
  await expect(form.getByText('Cần từ 0 đến 100')).toBeVisible()
  await expect(form.getByLabel('Phần do marketing mang về')).toHaveValue('250')

  // Every term can be changed here: another lead type, put first, and a reason that deducts nothing.
  await form.getByRole('button', { name: 'Thêm loại khách' }).click()
  await form.getByLabel('loại khách mới: tên').fill('Nhắn Zalo')
  await form.getByLabel('Nhắn Zalo: tỷ lệ chốt').fill('10')
  await form.getByLabel('Nhắn Zalo: giá bán trung bình').fill('30.000.000')
  await form.getByLabel('Nhắn Zalo: nguồn').fill('zalo')
  await form.getByLabel('Nhắn Zalo: nguồn').press('Enter')
  await form.getByRole('button', { name: 'Đưa Nhắn Zalo lên trên' }).click()
  await form.getByLabel('Trùng: tên lý do').fill('Đã có rồi')
  await form.getByRole('button', { name: 'Bỏ Không đồng ý được liên hệ' }).click()
  await form.getByLabel('Hạn khiếu nại, ngày làm việc').fill('5')

  await form.getByLabel('Doanh thu cả công ty').fill('600.000.000')
  await form.getByLabel('Phần do marketing mang về').fill('50')
  await form.getByRole('button', { name: 'Xem trước và sau' }).click()
  await expect(
    form.getByRole('row', { name: /Doanh thu cả công ty mỗi tháng chưa có 600\.000\.000/ }),
  ).toBeVisible()
  await expect(
    form.getByRole('row', { name: /Loại khách “Nhắn Zalo” chưa có Hạng B · 10% × 30\.000\.000.₫ · zalo/ }),
  ).toBeVisible()
  await expect(form.getByRole('row', { name: /Lý do trả lại “Trùng”: tên Trùng Đã có rồi/ })).toBeVisible()
  await expect(form.getByRole('row', { name: /Lý do trả lại “Không đồng ý/ })).toBeVisible()
  await expect(form.getByRole('row', { name: /Thứ tự các loại khách/ })).toHaveCount(0)
  await expect(form.getByRole('row', { name: /Hạn khiếu nại, ngày làm việc 2 5/ })).toBeVisible()
  await form.getByRole('button', { name: 'Đề xuất', exact: true }).click()
  await expect(form).toHaveCount(0)

  await expect(heading(page, /Cam kết/)).toBeVisible()
  await expect(
    page.getByRole('heading', { name: `Đề xuất chờ ký, từ ngày ${written(starts)}` }),
  ).toBeVisible()
  expect(await goalOf(starts)).toBeNull()
  for (const side of ['marketing', 'bán hàng']) {
    await page.getByRole('button', { name: `Ký cho ${side}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  await expect(page.getByText('sắp có hiệu lực')).toBeVisible()
  await page.getByRole('link', { name: 'Phiên bản 2' }).click()
  await expect(heading(page, /Phiên bản 2/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Thay đổi so với phiên bản 1' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Nhắn Zalo zalo/ })).toBeVisible()
  await page.goto('/sla/contract/versions/99')
  await expect(page.getByText('Cam kết không có phiên bản 99.')).toBeVisible()
  expect(await goalOf(starts)).toBe('300000000')
  expect([await goalOf(month(-1)), await goalOf(month(0))]).toEqual(before)
})
