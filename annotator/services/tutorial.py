"""The tutorial's own project: one article with lessons, made anew each time and thrown away."""

from pathlib import Path

from annotator.errors import NotFoundError
from annotator.formats.jsonl import JsonlImporter
from annotator.model.document import Document
from annotator.resources import seeds_folder
from annotator.services.demo import ILLUSTRATION, LAYERS, seed_documents
from annotator.services.lesson_places import FINDERS
from annotator.services.lesson_plan import SUGGESTER, Article, plan_course
from annotator.services.lessons import ORDER, Course
from annotator.services.project import Project, utc_now
from annotator.services.transfer_in import import_file
from annotator.store import documents, suggestions

_EXAMPLE = LAYERS[0]
"""The layer that says what is right in the tutorial."""


def make_tutorial(path: Path, *, annotator: str) -> Course:
    """Make the project at `path`, with a layer of `annotator`, and return its lessons.

    Of the seed articles it has the one with a place for the most lessons, of those the shortest.

    Raises:
        NotFoundError: the seed articles or their annotations are damaged.
    """
    document, course = _best_course(path.with_suffix(".whole"))
    with Project.create(path) as project:
        project.open_layer(annotator)
        with project.writing() as connection:
            documents.add(connection, [document], at=utc_now())
            suggestions.put(
                connection, annotator, document.id, course.suggestions, suggester=SUGGESTER
            )
    return course


def _best_course(path: Path) -> tuple[Document, Course]:
    """The article with a place for the most lessons, of those the shortest, and its lessons.

    `path` is where the seed articles and what is right in them are laid down.
    """
    with Project.create(path) as project:
        found = sorted(seed_documents(), key=lambda document: len(document.text))
        with project.writing() as connection:
            documents.add(connection, found, at=utc_now())
        project.open_layer(_EXAMPLE, note=ILLUSTRATION)
        file = seeds_folder() / "annotations" / f"{_EXAMPLE}.jsonl"
        if import_file(project, file, JsonlImporter()).refusals:
            message = f"the tutorial's own file {file} is damaged; install annotator again"
            raise NotFoundError(message)
        best: tuple[Document, Course] | None = None
        for document in found:
            annotations = project.annotations(_EXAMPLE, document.id)
            article = Article(document.text, annotations, project.schema_of(_EXAMPLE))
            course = plan_course(article, FINDERS)
            if best is None or len(course.lessons) > len(best[1].lessons):
                best = document, course
            if len(course.lessons) == len(ORDER):
                break
    if best is None:
        message = f"there are no seed articles in {seeds_folder()}; install annotator again"
        raise NotFoundError(message)
    return best
