import { expect, heading, test } from './house'

test('a competitor is written down, answered, binned and taken back', async ({ page }) => {
  await page.goto('/competitors')
  await expect(heading(page, 'Đối thủ')).toBeVisible()
  await page.keyboard.press('c')
  const form = page.getByRole('dialog', { name: 'Đối thủ mới' })
  await form.getByLabel('Tên đối thủ').fill('Trà Sáng Đà Lạt')
  await form.getByLabel('Giá so với mình').click()
  await page.getByRole('option', { name: 'Rẻ hơn' }).click()
  await form.getByLabel('Điểm mạnh').fill('Giao tận nơi\nNợ 30 ngày')
  await form.getByRole('button', { name: 'Tạo', exact: true }).click()
  await page.getByRole('button', { name: 'Xem', exact: true }).click()

  await expect(heading(page, /Trà Sáng Đà Lạt/)).toBeVisible()
  await expect(page.getByText('Rẻ hơn')).toBeVisible()
  await page.getByRole('button', { name: /Cách thắng/ }).click()
  await page.keyboard.type('Đổi trả trong ngày')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sửa thông tin')).toBeVisible()

  // The same name again, however it is written, is told by its own words.
  await page.goto('/competitors?create=true')
  await form.getByLabel('Tên đối thủ').fill('tra sang da lat')
  await form.getByRole('button', { name: 'Tạo', exact: true }).click()
  await expect(form.getByText('Đã có đối thủ tên “tra sang da lat”')).toBeVisible()
  await form.getByRole('button', { name: 'Huỷ' }).click()

  await page.getByRole('link', { name: 'Trà Sáng Đà Lạt' }).click()
  await page.getByRole('button', { name: 'Thao tác khác với Trà Sáng Đà Lạt' }).click()
  await page.getByRole('menuitem', { name: 'Xoá…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xoá', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Trà Sáng Đà Lạt' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByRole('link', { name: 'Trà Sáng Đà Lạt' })).toBeVisible()
})

test('a deal that is moved by the keys keeps them', async ({ page }) => {
  const { csrf } = await (await page.request.get('/api/me')).json()
  const opened = await page.request.post('/api/deals', {
    data: { name: 'Đi bằng phím' },
    headers: { 'X-XSRF-TOKEN': csrf },
  })
  expect(opened.ok()).toBe(true)
  await page.goto('/deals')
  await expect(page.getByRole('link', { name: 'Đi bằng phím' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const card = page.locator('[data-card] a:focus')
  await expect(card).toBeVisible()
  const deal = await card.getAttribute('href')
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Tiếp cận' }).press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.locator('[data-card] a:focus')).toHaveAttribute('href', deal ?? '')
  await page.keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: 'Tiếp cận' })).toBeVisible()
})
