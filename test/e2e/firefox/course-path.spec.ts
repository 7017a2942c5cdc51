import { test } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { followCourse } from '../support/course-path';
import { Student } from '../support/student';

// Debian's Firefox speaks WebDriver BiDi, not the protocol of the Firefox that Playwright brings along.
for (const stack of ['course', 'current'] as const) {
  test(`the course's path in Firefox on the stack "${stack}"`, async ({ baseURL }) => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
      headless: true,
      protocolTimeout: 300_000,
    });
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      const student = new Student(page);
      await student.open(baseURL ?? '');
      await followCourse(student, stack);
    } finally {
      await browser.close();
    }
  });
}
