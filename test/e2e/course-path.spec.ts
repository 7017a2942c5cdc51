import { test } from '@playwright/test';
import { followCourse } from './support/course-path';
import { Student } from './support/student';

for (const stack of ['course', 'current'] as const) {
  test(`the course's path on the stack "${stack}"`, async ({ page }) => {
    const student = new Student(page);
    await student.open('');
    await followCourse(student, stack);
  });
}
