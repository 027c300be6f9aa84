using System.Collections;
using System.Globalization;
using System.Reflection;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Tests.Configuration;

/// <summary>A key of the options as the code has it.</summary>
/// <param name="Path">Its path, <c>*</c> for a position in a list.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Default">Its value in a new object.</param>
internal sealed record OptionKey(string Path, Type Type, object? Default)
{
    public bool IsList => Type == typeof(IList<string>);

    /// <summary>The path as the document writes it.</summary>
    public string Shown => Path.Replace(":*:", "[].", StringComparison.Ordinal);

    public string ShownType => Type switch
    {
        _ when IsList => "texts",
        _ when Type == typeof(string) => "text",
        _ when Type == typeof(double) || Type == typeof(double?) => "number",
        _ when Type == typeof(int) => "whole number",
        _ when Type == typeof(bool) => "flag",
        _ => "entries",
    };

    public string ShownDefault => Default switch
    {
        null => "none",
        "" => "required",
        IList => "`[]`",
        bool flag => flag ? "`true`" : "`false`",
        var value => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    /// <summary>Every key below a type of options.</summary>
    public static IEnumerable<OptionKey> All { get; } = [.. Walk(new ChatAuthOptions(), "")];

    private static IEnumerable<OptionKey> Walk(object options, string prefix)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var path = prefix + property.Name;
            var key = new OptionKey(path, property.PropertyType, property.GetValue(options));
            var entry = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : typeof(string);
            if (key.ShownType != "entries") yield return key;
            else if (entry == typeof(string)) foreach (var below in Walk(key.Default!, path + ":")) yield return below;
            else foreach (var below in Walk(Activator.CreateInstance(entry)!, path + ":*:").Prepend(key)) yield return below;
        }
    }
}
