"""What the pictures show. A scene is a function that draws on a canvas with a seeded generator."""
