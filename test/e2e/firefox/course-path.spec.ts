import { test } from '@playwright/test';
import { launch, type Page } from 'puppeteer-core';
import { followCourse } from '../support/course-path';
import { Student } from '../support/student';
import type { Tab } from '../support/tab';

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
      const student = new Student(tabOf(page));
      await student.open(baseURL ?? '');
      await followCourse(student, stack);
    } finally {
      await browser.close();
    }
  });
}

function tabOf(page: Page): Tab {
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    click: (selector) => page.click(selector),
    waitForSelector: (selector, options) => page.waitForSelector(selector, options),
    // puppeteer types the function by its handles; the values that cross are the same.
    evaluate: (pageFunction, argument) => page.evaluate(pageFunction as never, argument as never),
    keyboard: { type: (text) => page.keyboard.type(text) },
  };
}
