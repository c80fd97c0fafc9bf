import type { Course } from '../phoneProtocol';
import { setAttributes } from './element';

/** Lets the bar of an element grow with something that takes time, from its progress at the first message. */
export function followCourse(node: HTMLElement, course: Course): void {
  const id = course && String(course.id);
  if (node.dataset.course === id) return;
  // The animation belongs to the attribute. It is removed in between, otherwise the next bar would continue the last.
  setAttributes(node, { 'data-course': undefined });
  if (!course) return;
  node.style.setProperty('--duration', `${Math.round(course.duration)}ms`);
  node.style.setProperty('--delay', `${-Math.round(course.elapsed)}ms`);
  void node.offsetWidth;
  setAttributes(node, { 'data-course': id });
}
