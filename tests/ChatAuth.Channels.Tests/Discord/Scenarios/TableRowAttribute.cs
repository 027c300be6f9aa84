namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>The test shows what a row of the design's table of commands promises.</summary>
/// <param name="typed">The row's first cell, without marks of code.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class TableRowAttribute(string typed) : Attribute
{
    public string Typed => typed;
}
