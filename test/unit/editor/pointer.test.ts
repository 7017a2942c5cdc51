import { beforeEach, describe, expect, it } from 'vitest';
import { Pointer } from '../../../src/editor/pointer';

let told: (number | null)[];
let frames: (() => void)[];
let pointer: Pointer;
const frame = (): void => frames.splice(0).forEach((callback) => callback());

beforeEach(() => {
  told = [];
  frames = [];
  pointer = new Pointer(
    (line) => told.push(line),
    (callback) => frames.push(callback),
  );
});

describe('the line that is pointed at', () => {
  it('is told once a frame, as it is then', () => {
    for (const line of [1, 2, 3]) pointer.mouse(line);
    expect(frames).toHaveLength(1);
    frame();
    pointer.mouse(4);
    pointer.mouse(3);
    frame();
    expect(told).toEqual([3]);
  });

  it('is that of mouse or cursor, whichever moved last', () => {
    pointer.mouse(5);
    pointer.cursor(9);
    frame();
    pointer.mouse(6);
    frame();
    expect(told).toEqual([9, 6]);
  });

  it('is the other’s when one of them leaves, and none when both have left', () => {
    pointer.cursor(9);
    pointer.mouse(5);
    frame();
    pointer.mouse(null);
    frame();
    pointer.mouse(5);
    pointer.cursor(null);
    frame();
    pointer.mouse(null);
    frame();
    expect(told).toEqual([5, 9, 5, null]);
  });

  it('asks for no frame while the line stays, as it does while one types', () => {
    pointer.cursor(2);
    frame();
    pointer.cursor(2);
    pointer.cursor(2);
    expect(frames).toEqual([]);
  });

  it('is told anew in another file, though its number is the same', () => {
    pointer.cursor(1);
    frame();
    pointer.otherFile(1);
    frame();
    expect(told).toEqual([1, 1]);
  });

  it('is none in another file until one points there', () => {
    pointer.mouse(7);
    frame();
    pointer.otherFile(null);
    frame();
    expect(told).toEqual([7, null]);
  });
});
