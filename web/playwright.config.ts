import { defineConfig } from '@playwright/test'

export const OWNER = '.auth/owner.json'

// One product on fresh data. The first journeys build on each other, as days of work do; the rest go side by side, and
// none of them changes what another one looks at.
export default defineConfig({
  testDir: 'journeys',
  globalSetup: './journeys/product.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    // A browser that draws without a graphics card spends a whole core on whatever turns while one waits.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'set-up', testMatch: 'set-up.journey.ts' },
    {
      name: 'lead',
      testMatch: 'lead.journey.ts',
      dependencies: ['set-up'],
      use: { storageState: OWNER },
    },
    // On a product and a sample company of its own. The longest, so it begins before the rest and runs beside it.
    { name: 'truth', testMatch: 'truth.journey.ts', dependencies: ['set-up', 'lead'] },
    {
      name: 'rest',
      testMatch: [
        'past.journey.ts',
        'settings.journey.ts',
        'shell.journey.ts',
        'accessible.journey.ts',
        'contract.journey.ts',
        'competitors.journey.ts',
      ],
      dependencies: ['set-up', 'lead'],
      use: { storageState: OWNER },
    },
  ],
})
