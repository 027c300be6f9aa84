namespace ChatAuth.Core.Sessions;

/// <summary>The platform's message or tap that caused a change: unique, so that a redelivery and a commit of unknown outcome are recognised.</summary>
/// <param name="Text"><c>platform:bot:id</c>.</param>
public readonly record struct ChangeCause(string Text)
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
