using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>A model as shown.</summary>
/// <param name="Ref">Its full name.</param>
/// <param name="Short">The shortest name that can be typed for it.</param>
/// <param name="Label">A name for people.</param>
public sealed record ShownModel(ModelRef Ref, string Short, string Label);
